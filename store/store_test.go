package store_test

import (
	"context"
	"path/filepath"
	"testing"

	"leermoment/internal/office"
	"leermoment/store"
	"leermoment/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) office.Store { return open(t, filepath.Join(t.TempDir(), "leermoment.db")) })
}

func open(t testing.TB, path string) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
