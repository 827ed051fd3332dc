"""./dev test: every check of the project, counted in one closing line."""
