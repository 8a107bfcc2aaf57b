package storetest

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"leermoment/internal/office"
)

func rulesByDigest(t *testing.T, s office.Store) {
	for range 2 { // the same procedure may be adopted twice
		write(t, s, func(ctx context.Context, tx office.Tx) error { return tx.PutRules(ctx, "abc", []byte("id = \"x\"\n")) })
	}
	read(t, s, func(ctx context.Context, tx office.Tx) error {
		got, err := tx.RulesOf(ctx, "abc")
		same(t, "id = \"x\"\n", string(got))
		if _, err := tx.RulesOf(ctx, "abd"); !errors.Is(err, office.ErrNotFound) {
			t.Errorf("got %v, want ErrNotFound", err)
		}
		return err
	})
}

func filesByDigest(t *testing.T, s office.Store) {
	contents := map[string][]byte{"empty": {}, "zeros": make([]byte, 10), "big": bytes.Repeat([]byte("\x00leermoment\xff"), 400_000)}
	for digest, content := range contents {
		for range 2 {
			write(t, s, func(ctx context.Context, tx office.Tx) error { return tx.PutFile(ctx, "2026-001", digest, content) })
		}
	}
	read(t, s, func(ctx context.Context, tx office.Tx) error {
		for digest, content := range contents {
			got, err := tx.File(ctx, "2026-001", digest)
			if err != nil || !bytes.Equal(got, content) {
				t.Errorf("%s: %d bytes and %v, want %d bytes", digest, len(got), err, len(content))
			}
		}
		for _, at := range [][2]string{{"2026-002", "big"}, {"2026-001", "other"}} {
			if _, err := tx.File(ctx, at[0], at[1]); !errors.Is(err, office.ErrNotFound) {
				t.Errorf("%v: got %v, want ErrNotFound", at, err)
			}
		}
		return nil
	})
}

func drafts(t *testing.T, s office.Store) {
	save := func(d office.Draft) {
		write(t, s, func(ctx context.Context, tx office.Tx) error { return tx.SaveDraft(ctx, d) })
	}
	ids := func(person string) (out []string) {
		read(t, s, func(ctx context.Context, tx office.Tx) error {
			found, err := tx.DraftsOf(ctx, person)
			for _, d := range found {
				out = append(out, d.ID)
			}
			return err
		})
		return out
	}
	form := office.Draft{ID: "f1", Person: "p1", Action: "new", Values: map[string]string{"subject": "Zaal \"te\" koud\x00\n"}, SavedAt: now}
	save(form)
	save(office.Draft{ID: "f2", Person: "p2", Action: "new", SavedAt: now.Add(time.Minute)})
	save(office.Draft{ID: "n1", Person: "p1", Subject: "2026-001", Action: "note", SavedAt: now})
	save(office.Draft{ID: "n2", Person: "p1", Subject: "2026-002", Action: "note", SavedAt: now.Add(2 * time.Minute)})
	same(t, []string{"f1", "n1", "n2"}, ids("p1"))
	same(t, []string{"f1", "f2"}, ids(""))

	save(office.Draft{ID: "n3", Person: "p1", Subject: "2026-001", Action: "note", SavedAt: now.Add(time.Hour)})
	same(t, []string{"f1", "n2", "n3"}, ids("p1"))

	busy := func(but string, since time.Time) (out []office.Busy) {
		read(t, s, func(ctx context.Context, tx office.Tx) (err error) {
			out, err = tx.BusyOn(ctx, "2026-001", but, since)
			return err
		})
		return out
	}
	same(t, []office.Busy{{Person: "p1", At: now.Add(time.Hour)}}, busy("p2", now))
	same(t, 0, len(busy("p1", now)))
	same(t, 0, len(busy("p2", now.Add(time.Hour+time.Second))))

	form.Values["subject"], form.SavedAt = strings.Repeat("ë", 25_000), now.Add(2*time.Hour)
	save(form)
	read(t, s, func(ctx context.Context, tx office.Tx) error {
		got, err := tx.DraftsOf(ctx, "")
		same(t, form, got[1])
		return err
	})
	for range 2 { // what is gone may be dropped again
		write(t, s, func(ctx context.Context, tx office.Tx) error { return tx.DropDraft(ctx, "f1") })
	}
	same(t, []string{"f2"}, ids(""))
}

func likings(t *testing.T, s office.Store) {
	of := func(person string) (out map[string]string) {
		read(t, s, func(ctx context.Context, tx office.Tx) (err error) {
			out, err = tx.Preferences(ctx, person)
			return err
		})
		return out
	}
	before, err := s.Version(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	same(t, map[string]string{}, of("p1"))
	for _, x := range [][3]string{{"p1", "colours", "dark"}, {"p1", "order", "-time"}, {"p2", "order", "step"}, {"p1", "order", ""}} {
		write(t, s, func(ctx context.Context, tx office.Tx) error { return tx.Prefer(ctx, x[0], x[1], x[2]) })
	}
	same(t, map[string]string{"colours": "dark", "order": ""}, of("p1"))
	same(t, map[string]string{"order": "step"}, of("p2"))
	after, err := s.Version(context.Background())
	same(t, before, after)
	same(t, nil, err)
}
