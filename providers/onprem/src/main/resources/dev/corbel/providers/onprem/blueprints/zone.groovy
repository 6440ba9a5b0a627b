// A zone is nothing but its name: what is in it fails together.
