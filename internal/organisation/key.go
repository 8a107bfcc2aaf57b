package organisation

import (
	"errors"
	"strings"

	"golang.org/x/crypto/ssh"
)

// ReadKey reads one public key as in authorized_keys. Options before the key
// are refused: they would promise what is not kept.
func ReadKey(text []byte) (Key, error) {
	key, comment, options, rest, err := ssh.ParseAuthorizedKey(text)
	if err != nil || len(options) > 0 || strings.TrimSpace(string(rest)) != "" {
		return Key{}, errors.New("not one public key")
	}
	return Key{Name: comment, Fingerprint: ssh.FingerprintSHA256(key),
		Line: strings.TrimSpace(string(ssh.MarshalAuthorizedKey(key)))}, nil
}
