"""How the tables of the store have changed, revision by revision, as Alembic keeps it."""
