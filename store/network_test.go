package store

import "testing"

func TestNetworkShares(t *testing.T) {
	const ext4, nfs, smb2 = 0xef53, 0x6969, 0xfe534d42
	for magic, want := range map[uint32]bool{ext4: false, nfs: true, smb2: true} {
		if got := shared(magic); got != want {
			t.Errorf("%#x: %v", magic, got)
		}
	}
	for name, want := range map[string]bool{"fuse.sshfs": true, "fuse.rclone": true, "fuseblk": false, "fuse.fuse-overlayfs": false, "": false} {
		if got := sharedByProgram(name); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if onNetwork(t.TempDir()) {
		t.Error("the test's own folder is taken for a network share")
	}
}
