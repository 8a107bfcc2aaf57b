package event

import (
	"bytes"
	"crypto/sha256"
	"slices"
)

// Intact says whether a fact is still what was sealed: its digests are those of
// its parts. A destroyed personal part has nothing left to compare.
func (e Envelope) Intact() bool {
	figures := sha256.Sum256(e.Figures)
	if !bytes.Equal(figures[:], e.FiguresDigest) {
		return false
	}
	if e.Personal == nil && e.Salt == nil {
		return len(e.PersonalDigest) == sha256.Size
	}
	personal := sha256.Sum256(slices.Concat(e.Salt, e.Personal))
	return bytes.Equal(personal[:], e.PersonalDigest)
}
