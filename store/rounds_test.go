package store_test

import (
	"os"
	"strconv"
	"testing"
)

// rounds is how often a test tries what it tries: LEERMOMENT_ROUNDS, which CI
// sets, else a number that takes no time.
func rounds(t *testing.T, few int) int {
	t.Helper()
	asked := os.Getenv("LEERMOMENT_ROUNDS")
	if asked == "" {
		return few
	}
	n, err := strconv.Atoi(asked)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
