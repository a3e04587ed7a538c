"""Claims: is what the cover says in the source, contradicted by it, or not to be found there?"""
