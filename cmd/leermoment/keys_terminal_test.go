package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"leermoment/internal/lang"
)

// publicKey is the line of a made-up key.
func publicKey(t *testing.T, name string) (line, fingerprint string) {
	t.Helper()
	seed := sha256.Sum256([]byte(name))
	s, err := gossh.NewSignerFromKey(ed25519.NewKeyFromSeed(seed[:]))
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(gossh.MarshalAuthorizedKey(s.PublicKey()))) + " " + name, gossh.FingerprintSHA256(s.PublicKey())
}

// The director adds a colleague, gives him a key, sees when it was used, and
// takes it away again.
func TestColleaguesAndTheirKeysInTheTerminal(t *testing.T) {
	w, _, pl, _ := travellers(t)
	dir := &traveller{w.sit("dirk", 80, 24, lang.NL), w, lang.New(lang.NL, w.zone)}
	dir.Press("ctrl+p")
	dir.Type("Medewerkers")
	dir.Press("enter")
	dir.Type("n")
	dir.at("Naam", "Noor Demo")
	dir.at("Inlognaam", "Noor")
	dir.Press("ctrl+s")
	dir.reads("kleine letters")
	dir.at("Inlognaam", "noor", "ctrl+u")
	dir.Press("ctrl+s")
	dir.reads("Dit veld is nog leeg") // no role yet
	dir.at("officemanager", "", "left")
	dir.Press("ctrl+s")
	dir.reads("Vastgelegd: Nieuwe collega", "Noor Demo")

	line, fingerprint := publicKey(t, "laptop van Noor")
	dir.Press("end")
	dir.Type("i")
	dir.reads("Noor Demo heeft geen sleutel")
	dir.Type("s")
	dir.at("SSH-sleutel", "geen sleutel")
	dir.Press("ctrl+s")
	dir.reads("geen openbare sleutel")
	dir.at("SSH-sleutel", line, "ctrl+u")
	dir.Press("ctrl+s")
	dir.reads("Een sleutel voor Noor Demo", "1 sleutel")
	dir.Press("enter")
	dir.reads("laptop van Noor", fingerprint, "nog nooit gebruikt")
	dir.Press("esc")
	if err := w.office.KeyUsed(w.ctx, fingerprint); err != nil {
		t.Fatal(err)
	}
	dir.Type("r")
	dir.Press("enter")
	dir.reads("laatst gebruikt: vandaag")
	dir.Press("esc")
	dir.Type("i")
	dir.reads("Sleutel intrekken", fingerprint)
	dir.Press("enter")
	dir.reads("Vastgelegd: Sleutel intrekken")
	dir.lacks("1 sleutel")

	// a project leader looks, and changes nothing
	pl.Press("ctrl+p")
	pl.Type("Medewerkers")
	pl.Press("enter")
	pl.Type("s")
	pl.at("SSH-sleutel", line)
	pl.Press("ctrl+s")
	pl.reads("Dit doet de directeur")
}
