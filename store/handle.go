package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"maps"
	"slices"
	"sync"
)

// handle is one connection, and all that was ever asked through it, prepared: to
// read a question takes SQLite longer than to answer most of them. The texts of
// the questions are few. Who holds a handle is its only user.
type handle struct {
	db       *sql.DB
	conn     *sql.Conn
	prepared map[string]*prepared
	clock    int
	times    int // that it was given back
	given    int // the last time, among all that were given back
}

// prepared is a question that is ready to be asked, and when it was asked last.
type prepared struct {
	*sql.Stmt
	used int
}

// mostPrepared is how many questions stay ready between transactions: a page of the
// register takes SQLite some hundred kilobytes.
const mostPrepared = 20

// renewed is after how many transactions a connection is made anew: what SQLite
// keeps for it otherwise grows with all that was ever asked.
const renewed = 100

// idleFor is how many transactions go by until a connection is closed that nobody needed.
const idleFor = 100

func (h *handle) statement(ctx context.Context, text string) (*sql.Stmt, error) {
	h.clock++
	if p, ok := h.prepared[text]; ok {
		p.used = h.clock
		return p.Stmt, nil
	}
	if h.conn == nil {
		conn, err := h.db.Conn(ctx)
		if err != nil {
			return nil, err
		}
		h.conn, h.prepared = conn, map[string]*prepared{}
	}
	s, err := h.conn.PrepareContext(ctx, text)
	if err == nil {
		h.prepared[text] = &prepared{s, h.clock}
	}
	return s, err
}

// forget lets go what was not asked for longest. Nothing is being asked now.
func (h *handle) forget() {
	if len(h.prepared) <= mostPrepared {
		return
	}
	asked := slices.SortedFunc(maps.Keys(h.prepared), func(a, b string) int { return h.prepared[b].used - h.prepared[a].used })
	for _, text := range asked[mostPrepared:] {
		_ = h.prepared[text].Close() // it is only forgotten
		delete(h.prepared, text)
	}
}

func (h *handle) exec(ctx context.Context, text string, args ...any) error {
	s, err := h.statement(ctx, text)
	if err != nil {
		return err
	}
	_, err = s.ExecContext(ctx, args...)
	return err
}

// insert gives the place of the row that it made.
func (h *handle) insert(ctx context.Context, text string, args ...any) (int64, error) {
	s, err := h.statement(ctx, text)
	if err != nil {
		return 0, err
	}
	made, err := s.ExecContext(ctx, args...)
	if err != nil {
		return 0, err
	}
	return made.LastInsertId()
}

// undo ends a transaction and leaves nothing of what it changed. A connection on
// which that fails is not used again: with it goes its transaction.
func (h *handle) undo() {
	if h.exec(context.Background(), `ROLLBACK`) != nil {
		h.drop()
	}
}

// drop closes the connection; the next question makes another.
func (h *handle) drop() {
	if h.conn == nil {
		return
	}
	for _, s := range h.prepared {
		_ = s.Close()
	}
	_ = h.conn.Raw(func(any) error { return driver.ErrBadConn }) // so that it is closed, and not put back
	_ = h.conn.Close()
	h.conn, h.prepared = nil, nil
}

// handles are the connections of those who may work at the same time. The one
// that was used last is used next, so that no more are open than are needed.
type handles struct {
	turns  chan struct{} // who waits gets one in the order in which they came
	mu     sync.Mutex
	idle   []*handle
	closed bool
	given  int  // how often one was given back
	renews bool // another connection stays open meanwhile: the last to be closed takes the log away
}

func newHandles(most int) *handles { return &handles{turns: make(chan struct{}, most)} }

// take waits for a handle on a database.
func (p *handles) take(ctx context.Context, db *sql.DB) (*handle, error) {
	select {
	case p.turns <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if last := len(p.idle) - 1; last >= 0 {
		h := p.idle[last]
		p.idle = p.idle[:last]
		return h, nil
	}
	return &handle{db: db}, nil
}

// give puts a handle back.
func (p *handles) give(h *handle) {
	p.mu.Lock()
	p.given++
	h.given = p.given
	h.forget()
	if h.times++; p.closed || p.renews && h.times%renewed == 0 {
		h.drop()
	} else {
		p.idle = append(p.idle, h)
	}
	if first := p.idle; len(first) > 1 && h.given-first[0].given > idleFor { // those at the bottom were not needed for longest
		first[0].drop()
		p.idle = first[1:]
	}
	p.mu.Unlock()
	<-p.turns
}

// close closes the connections that nobody uses, and the others once they are given
// back.
func (p *handles) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, h := range p.idle {
		h.drop()
	}
	p.idle, p.closed = nil, true
}
