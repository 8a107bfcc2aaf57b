package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"
)

// many are the facts of a file that takes a while to be brought up to date.
const many = 4000

// Killed at any moment of bringing an older file up to date: the next program
// finds it as it was or as it is to be, brings it up to date, and every fact is
// there.
func TestKilledWhileMigrating(t *testing.T) {
	trials := 6
	if asked := os.Getenv("LEERMOMENT_ROUNDS"); asked != "" {
		n, err := strconv.Atoi(asked)
		if err != nil {
			t.Fatal(err)
		}
		trials = min(n, 100)
	}
	r := rand.New(rand.NewPCG(6, 7))
	brings := func() (path string, cmd *exec.Cmd) {
		path = older(t)
		fill(t, path)
		cmd = exec.Command(os.Args[0], path)
		cmd.Env = append(os.Environ(), "LEERMOMENT_STORE_CHILD=open-once")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return path, cmd
	}
	_, cmd := brings()
	began := time.Now()
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	whole := time.Since(began) // as long as it takes here
	half, lost := 0, 0
	for range trials {
		path, cmd := brings()
		wait := time.NewTimer(time.Duration(r.Int64N(int64(whole))))
		<-wait.C
		_ = cmd.Process.Kill() // it may have ended
		var killed *exec.ExitError
		if errors.As(cmd.Wait(), &killed) && !killed.Exited() {
			half++
		}
		s, err := Open(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		if n := count(t, s.write, `SELECT count(*) FROM events`); n != many+1 {
			lost += many + 1 - n
		}
		if v := count(t, s.write, `PRAGMA user_version`); v != s.form {
			t.Errorf("form %d", v)
		}
		if err := errors.Join(s.Whole(context.Background()), s.Close()); err != nil {
			t.Error(err)
		}
	}
	t.Logf("%d trials, %d of them killed on the way, %d facts lost", trials, half, lost)
	if half == 0 || lost != 0 {
		t.Errorf("%d killed on the way, %d facts lost", half, lost)
	}
}

func fill(t *testing.T, path string) {
	t.Helper()
	db := opened(t, path)
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	for n := range many {
		_, err := tx.Exec(`INSERT INTO events (stream, seq, happened_at, recorded_at, actor, name, figures, figures_digest, personal_digest)
			VALUES (?, ?, 0, 0, '', 'noted', '{}', '', '')`, fmt.Sprintf("2026-%03d", n/20+2), n%20+1)
		if err == nil {
			_, err = tx.Exec(`INSERT INTO search (rowid, text) VALUES (?, ?)`, n+2, fmt.Sprintf("de zaal %d was te koud en de koffie ook", n))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(tx.Commit(), db.Close()); err != nil {
		t.Fatal(err)
	}
}
