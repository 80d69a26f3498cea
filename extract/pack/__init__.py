"""The pack as a whole: front sheet, running order, documents."""
