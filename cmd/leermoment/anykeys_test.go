package main

import (
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

// The same of sequences that chance makes, which come further than those that
// the fuzzer finds in the same time.
func TestAnyKeys(t *testing.T) {
	trials := 3
	if asked := os.Getenv("LEERMOMENT_ROUNDS"); asked != "" {
		n, err := strconv.Atoi(asked)
		if err != nil {
			t.Fatal(err)
		}
		trials = n
	}
	r := rand.New(rand.NewPCG(6, 8))
	for n := range trials {
		input := make([]byte, 3+r.IntN(250))
		for i := range input {
			switch r.IntN(10) {
			case 0: // anything
				input[i] = byte(r.IntN(256))
			case 1, 2, 3: // a letter
				input[i] = "nagpqdmrASbhjkl1234567:/?xyov GtT"[r.IntN(33)]
			default:
				input[i] = byte(r.IntN(0x20))
			}
		}
		t.Run(strconv.Itoa(n), func(t *testing.T) {
			t.Cleanup(func() {
				if t.Failed() {
					t.Logf("%q", input)
				}
			})
			anybody(t, string(input))
		})
	}
}
