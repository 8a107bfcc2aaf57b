package store

import "slices"

// magicFUSE is any file system that a program brings about; its name says more.
const magicFUSE = 0x65735546

// shared says whether the kernel's magic number is that of a network file
// system: NFS, SMB, CIFS, SMB2, NCP, AFS, Coda, Ceph.
func shared(magic uint32) bool {
	return slices.Contains([]uint32{0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x564c, 0x5346414f, 0x73757245, 0x00c36400}, magic)
}

// sharedByProgram says the same of a FUSE file system by its name. Some of
// those are local disks (NTFS, a container's layers), so only the known
// network ones are refused.
func sharedByProgram(name string) bool {
	return slices.Contains([]string{"fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.s3fs", "fuse.gcsfuse", "fuse.glusterfs",
		"fuse.curlftpfs", "fuse.smbnetfs", "fuse.gvfsd-fuse", "fuse.cephfs", "fuse.ceph-fuse", "fuse.blobfuse2", "fuse.goofys"}, name)
}
