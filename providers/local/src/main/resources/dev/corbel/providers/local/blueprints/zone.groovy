// A zone is nothing but its name.
