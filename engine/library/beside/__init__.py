"""What lies beside the pictures: what the user leaves out, folders of other programs, videos, and kinds not read."""
