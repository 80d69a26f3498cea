"""The revisions. Each is named by its number, which the table packtrace_schema of a store gives too."""
