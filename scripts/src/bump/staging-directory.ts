// The directory in which a bump builds beside the tree. In the repository's root, so that a rename out of it is atomic;
// ignored by git.

export const STAGING_DIRECTORY = '.bump';
