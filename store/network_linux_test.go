package store

import "testing"

func TestMountType(t *testing.T) {
	mounts := `22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
61 22 0:51 / /mnt/office rw,nosuid,nodev master:3 - fuse.sshfs jan@server:/ rw,user_id=1000
`
	for device, want := range map[string]string{"254:0": "ext4", "0:51": "fuse.sshfs", "0:5": ""} {
		if got := mountType(mounts, device); got != want {
			t.Errorf("%s: %q, want %q", device, got, want)
		}
	}
}
