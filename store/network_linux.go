package store

import (
	"fmt"
	"os"
	"strings"
	"syscall"
)

// onNetwork says whether a folder lies on a network share. What cannot be told
// is taken for a local disk.
func onNetwork(dir string) bool {
	var fs syscall.Statfs_t
	if syscall.Statfs(dir, &fs) != nil {
		return false
	}
	if magic := uint32(fs.Type); magic != magicFUSE { // the field's width differs per processor
		return shared(magic)
	}
	var st syscall.Stat_t
	if syscall.Stat(dir, &st) != nil {
		return false
	}
	mounts, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return false
	}
	dev := uint64(st.Dev)
	major, minor := dev>>8&0xfff|dev>>32&^0xfff, dev&0xff|dev>>12&^0xff
	return sharedByProgram(mountType(string(mounts), fmt.Sprintf("%d:%d", major, minor)))
}

// mountType finds a device in /proc/self/mountinfo and says what its file
// system is called.
func mountType(mounts, device string) string {
	for line := range strings.Lines(mounts) {
		before, after, ok := strings.Cut(line, " - ")
		if f := strings.Fields(before); !ok || len(f) < 3 || f[2] != device {
			continue
		}
		if f := strings.Fields(after); len(f) > 0 {
			return f[0]
		}
	}
	return ""
}
