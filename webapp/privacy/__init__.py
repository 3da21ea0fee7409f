"""What people may ask of their data: for now, that all of it be erased."""
