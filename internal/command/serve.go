package command

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"leermoment/internal/office"
)

// Serving is how the server is started. Ready is told where it listens and by
// which host keys it is known.
type Serving struct {
	Office   *office.Office
	Database string // the host key lies beside it
	Listen   string
	Language string // of the organisation
	Idle     time.Duration
	Longest  time.Duration
	Alive    time.Duration
	Ready    func(address string, hostKeys []string)
	Daily    func(ctx context.Context) error // makes the copy of the day, beside all else
}

// serve lets staff in over SSH.
func (a *app) serve() *cobra.Command {
	var v Serving
	cmd := &cobra.Command{
		Use: "serve", Short: a.words().T("command.serve"), Args: exactly(0),
		Example: "  leermoment serve\n  leermoment serve --listen 127.0.0.1:2222 --idle 1h",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.stays(); err != nil {
				return err
			}
			return a.open(cmd.Context(), func(ctx context.Context, s session) error {
				if s.org.Seq == 0 {
					return misuse("usage.empty", nil)
				}
				v.Office, v.Database, v.Language = s.office, a.flags.db, string(s.Language())
				v.Ready = func(address string, hostKeys []string) {
					fmt.Fprintln(a.edge.Err, s.T("command.serving", map[string]any{"Address": address, "Port": address[strings.LastIndex(address, ":")+1:]}))
					for _, k := range hostKeys {
						fmt.Fprintln(a.edge.Err, s.T("command.host-key", map[string]any{"Fingerprint": k}))
					}
				}
				v.Daily = s.takesDaily()
				return a.edge.Serve(ctx, v)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&v.Listen, "listen", ":2222", a.words().T("command.flag-listen"))
	f.DurationVar(&v.Idle, "idle", 2*time.Hour, a.words().T("command.flag-idle"))
	f.DurationVar(&v.Longest, "longest", 24*time.Hour, a.words().T("command.flag-longest"))
	f.DurationVar(&v.Alive, "keep-alive", 30*time.Second, a.words().T("command.flag-keep-alive"))
	return cmd
}
