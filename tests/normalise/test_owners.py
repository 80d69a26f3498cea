import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalise.owners import owner_key, owner_kind, split_owners

PACKS = sorted((Path(__file__).parents[3] / "shared" / "packs").glob("*.records.json"))


def owners(raw):
    return [" ".join(raw[start:end].split()) for start, end in split_owners(raw)]


SEVERAL = [
    ("Landfill Manager / J\nMcBurney", ["Landfill Manager", "J McBurney"]),
    ("Grants Officer\nSD: C&P", ["Grants Officer", "SD: C&P"]),
    ("James Pigott, Ben\nWatts, Hud Manuel", ["James Pigott", "Ben Watts", "Hud Manuel"]),
    ("Rob Semens/Julie Cudmore/Paul Royel", ["Rob Semens", "Julie Cudmore", "Paul Royel"]),
    ("Director of Midwifery;\nConsultant\nMidwife", ["Director of Midwifery", "Consultant Midwife"]),
    (
        "Chief Medical Officer;\nAssociate Director of\nQuality",
        ["Chief Medical Officer", "Associate Director of Quality"],
    ),
    ("Priestley, Gavin", ["Priestley, Gavin"]),
    ("Lund, Karen; Priestley, Gavin", ["Lund, Karen", "Priestley, Gavin"]),
    ("Gavin, Karen", ["Gavin", "Karen"]),
    ("Nigel Fairburn and Paul Royel", ["Nigel Fairburn", "Paul Royel"]),
    (
        "Director of Governance & Law / Corporate Director\nof Finance & Procurement",
        ["Director of Governance & Law", "Corporate Director of Finance & Procurement"],
    ),
    (
        "Corporate Director\nFinance &\nProcurement\nDirector Governance\n& Law",
        ["Corporate Director Finance & Procurement", "Director Governance & Law"],
    ),
    (
        "Director of Property &\nInfrastructure\nCorporate Director\nHuman Resources\nDirector of ICT",
        ["Director of Property & Infrastructure", "Corporate Director Human Resources", "Director of ICT"],
    ),
    ("HR Business Partners/\nJane Doe/ John\nSmith", ["HR Business Partners", "Jane Doe", "John Smith"]),
    ("Jane Doe and\nPolicy Manager –\nChildren's (TBA)", ["Jane Doe", "Policy Manager – Children's (TBA)"]),
    ("Chief Operating\nOfficer /\nChief Nurse", ["Chief Operating Officer", "Chief Nurse"]),
    ("Kerry Loftus / Ambulance Service\nHead of Operations", ["Kerry Loftus", "Ambulance Service Head of Operations"]),
    ("Chief Pharmacist and Head of\nTherapies", ["Chief Pharmacist", "Head of Therapies"]),
    ("General Man-\nager, Urgent\nCare / Matron,\nED", ["General Man- ager, Urgent Care", "Matron, ED"]),
    (
        "Director of Midwifery and Radi-\nology Services\nManager",
        ["Director of Midwifery", "Radi- ology Services Manager"],
    ),
    ("Facilities\nManager &\nOpen Spaces\nCommittee", ["Facilities Manager", "Open Spaces Committee"]),
    ("Clerk & Cllr Pugh", ["Clerk", "Cllr Pugh"]),
    ("Cllrs Jones & Pugh", ["Jones", "Pugh"]),
    ("JB/CD", ["JB", "CD"]),
    ("JB CD", ["JB", "CD"]),
    ("JB\nCD", ["JB", "CD"]),
    (
        "Director of Education\nand Schools’ Finance\nManager",
        ["Director of Education", "Schools’ Finance Manager"],
    ),
    ("COO / CFO", ["COO", "CFO"]),
    ("HQ, PI", ["HQ", "PI"]),
    ("AB&CD", ["AB", "CD"]),
    ("RFO / F&GP Committee", ["RFO", "F&GP Committee"]),
    ("Clerk/P&D", ["Clerk", "P&D"]),
    ("A&E Lead / COO", ["A&E Lead", "COO"]),
    ("Area Manager, Protection\nStation Managers", ["Area Manager, Protection", "Station Managers"]),
    (
        "Director of Strategy\nand Estates / ICB\nPlace Director",
        ["Director of Strategy and Estates", "ICB Place Director"],
    ),
    (
        "Fionnuala Daly, Chief Nurse; Leticia Amaral, Chief People Officer",
        ["Fionnuala Daly, Chief Nurse", "Leticia Amaral, Chief People Officer"],
    ),
    ("Town Clerk and RFO", ["Town Clerk", "RFO"]),
    ("Director of Finance & Chief Operating Officer", ["Director of Finance", "Chief Operating Officer"]),
    ("Estates / Facilities", ["Estates", "Facilities"]),
    ("Clerk\nChair", ["Clerk", "Chair"]),
    ("Head of Human Resources\nClerk", ["Head of Human Resources", "Clerk"]),
    (
        "Chief Nurse\nMedical Director\nChief Finance Officer",
        ["Chief Nurse", "Medical Director", "Chief Finance Officer"],
    ),
    ("John Smith\nJane Doe", ["John Smith", "Jane Doe"]),
    ("Paul Royel, HR Business Partners, Helen Bale", ["Paul Royel", "HR Business Partners", "Helen Bale"]),
    ("Clerk, Facilities Manager, Menter Bro Lyn", ["Clerk", "Facilities Manager", "Menter Bro Lyn"]),
    ("ICT Manager &\nEmergency\nPlanning Officer", ["ICT Manager", "Emergency Planning Officer"]),
    ("Clerk, Estates and Facilities Manager", ["Clerk", "Estates and Facilities Manager"]),
    ("Chief Constable/Police and Crime Commissioner", ["Chief Constable", "Police and Crime Commissioner"]),
    ("Head of Finance; Head of HR", ["Head of Finance", "Head of HR"]),
    ("Jo Bloggs (lead), Ann Other (support)", ["Jo Bloggs (lead)", "Ann Other (support)"]),
    ("• Head of Finance\n• Town Clerk", ["Head of Finance", "Town Clerk"]),
]

ONE = [
    "Head of Policy and Strategy",
    "Corporate Director Finance & Procurement",
    "General Manager, Urgent Care",
    "Clinical Director,\nHead and Neck",
    "Head of Nursing, Women’s & Children’s",
    "Chief Digital and Information Officer",
    "Estates & Facilities Manager",
    "Finance and Procurement Director",
    "Head of HR and OD",
    "Strategic Business\nAdvisers",
    "Directorate\nManagement Team",
    "Chief\nExecutive",
    "Chief Executive\nOfficer",
    "Deputy Chief\nNurse",
    "John\nSmith",
    "Jackie Turner-\nRobinson",
    "John Smith\nHead of Finance",
    "Dr A Khan, Medical Director",
    "Chief Finance Officer (J Bloggs)",
    "Assistant Director (Housing, Planning and Environment)",
    "HoS",
    "All Heads of Service",
    "Cllr Smith",
    "A/Supt Jones",
    "Chief Officer, Social Care, Health and Wellbeing",
    "SMT",
]


@pytest.mark.parametrize(("raw", "named"), SEVERAL)
def test_each_owner_is_found(raw, named):
    assert owners(raw) == named


@pytest.mark.parametrize("raw", ONE)
def test_one_owner_stays_one(raw):
    assert owners(raw) == [" ".join(raw.split())]


@pytest.mark.parametrize("raw", ["", "-", "–", "N/A", "TBC", "To be confirmed", "Vacant", "n/a"])
def test_nobody_is_named(raw):
    assert owners(raw) == []


def test_label_of_a_cell_belongs_to_no_owner():
    assert owners("Owner: Jane Doe") == ["Jane Doe"]


@given(st.text(alphabet="AbCd Smith,&/\n;()-. andHeadof", max_size=60))
def test_spans_lie_in_the_text_in_order(raw):
    ends = [0, *(end for span in split_owners(raw) for end in span), len(raw)]
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Jane Doe", "person"),
        ("Cllr Smith", "person"),
        ("HOC", "person"),
        ("Cath Head", "person"),
        ("Dr A Khan, Medical Director", "person"),
        ("T/DCC Jones", "person"),
        ("Town Clerk", "role"),
        ("RFO", "role"),
        ("Heads of Nursing", "role"),
        ("ICT Programme Manager", "role"),
        ("Corporate Director Finance & Procurement", "role"),
        ("Open Spaces Committee", "body"),
        ("Ambulance Service", "body"),
        ("SMT", "body"),
        ("Menter Bro Lyn", "body"),
        ("Facilities", "body"),
    ],
)
def test_kind_of_owner(name, kind):
    assert owner_kind(name) == kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Director of Estates & Facilities", "Director of Estates and\nFacilities"),
        ("Mr I S Chittenden", "I S CHITTENDEN"),
        ("Mr J R Bullock, MBE", "Mr J R Bullock"),
        ("Town Clerk", "The Town Clerk."),
        ("Jane Doe (county council)", "Jane Doe"),
        ("Women’s Lead", "Women's lead"),
    ],
)
def test_printings_of_one_party_have_one_key(one, other):
    assert owner_key(one) == owner_key(other)


def test_different_parties_have_different_keys():
    assert owner_key("Head of Policy") != owner_key("Head of Policy and Strategy")


@pytest.mark.skipif(not PACKS, reason="the reference answers are not at hand")
def test_owners_of_the_reference_answers_stay_whole():
    records = [json.loads(pack.read_text()) for pack in PACKS]
    rows = [row for pack in records for kind in ("actions", "risks", "controls") for row in pack[kind]]
    named = {name for row in rows if isinstance(row["owners"], list) for name in row["owners"]}
    assert [name for name in sorted(named) if split_owners(name) != [(0, len(name))]] == []
    assert [pair for pair in _pairs(sorted(named)) if owners(" / ".join(pair)) != list(pair)] == []


def _pairs(names):
    return list(pairwise(names))


@pytest.mark.parametrize(("raw", "named"), [("FN / NA", ["FN", "NA"]), ("NA", []), ("Clerk / NA", ["Clerk"])])
def test_letters_that_mean_nobody_are_initials_beside_initials(raw, named):
    assert owners(raw) == named


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        ("Anyshire Fire and Rescue Service", ["Anyshire Fire and Rescue Service"]),
        ("Anyshire Police and Anyshire Fire\nand Rescue", ["Anyshire Police", "Anyshire Fire and Rescue"]),
        ("Office of the Police & Crime Commissioner", ["Office of the Police & Crime Commissioner"]),
        ("Health and Wellbeing Board, Clerk", ["Health and Wellbeing Board", "Clerk"]),
        ("Ann Oak and Bo Elm", ["Ann Oak", "Bo Elm"]),
    ],
)
def test_a_bodys_own_and_parts_no_owners(raw, named):
    assert owners(raw) == named
