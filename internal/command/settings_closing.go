package command

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"leermoment/internal/calendar"
	"leermoment/internal/complaint"
	"leermoment/internal/office"
)

// settingsClosing says on which days the office is shut besides weekends and
// Dutch holidays.
func (a *app) settingsClosing() *cobra.Command {
	cmd := &cobra.Command{Use: "closing add|remove|holidays", Short: a.words().T("command.settings-closing"), Example: "  leermoment settings closing add 2026-12-28 2026-12-31 --called Kerstsluiting", RunE: group}
	cmd.AddCommand(a.closingAdd(), a.closingRemove(), a.closingHolidays())
	return cmd
}

func (a *app) closingAdd() *cobra.Command {
	var called string
	cmd := &cobra.Command{
		Use: "add FROM [UNTIL]", Short: a.words().T("command.settings-closing-add"), Args: between(1, 2),
		Example: "  leermoment settings closing add 2026-12-28 2026-12-31 --called Kerstsluiting",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.arrange(cmd.Context(), "command.settings-kept", func(ctx context.Context, s session, now office.Arranged) error {
				var days [2]calendar.Day
				for i, text := range args {
					var err error
					if days[i], err = calendar.ParseDay(text); err != nil {
						return complaint.Faults{{Field: "days", Key: "day"}}
					}
				}
				if days[1].IsZero() {
					days[1] = days[0]
				}
				now.Closing.Days = append(slices.Clone(now.Closing.Days), office.ClosingDays{Span: calendar.Span{From: days[0], Until: days[1]}, Name: called})
				return s.office.Close(ctx, s.viewer, now.Seq, now.Closing)
			})
		},
	}
	cmd.Flags().StringVar(&called, "called", "", a.words().T("command.flag-called"))
	return cmd
}

func (a *app) closingRemove() *cobra.Command {
	return &cobra.Command{
		Use: "remove FROM", Short: a.words().T("command.settings-closing-remove"), Args: exactly(1), Example: "  leermoment settings closing remove 2026-12-28",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.arrange(cmd.Context(), "command.settings-kept", func(ctx context.Context, s session, now office.Arranged) error {
				kept := slices.DeleteFunc(slices.Clone(now.Closing.Days), func(d office.ClosingDays) bool { return d.From.String() == args[0] })
				if len(kept) == len(now.Closing.Days) {
					return office.ErrNotFound
				}
				now.Closing.Days = kept
				return s.office.Close(ctx, s.viewer, now.Seq, now.Closing)
			})
		},
	}
}

// closingHolidays says whether the two days on which offices differ are
// working days.
func (a *app) closingHolidays() *cobra.Command {
	var friday, fifth string
	cmd := &cobra.Command{
		Use: "holidays", Short: a.words().T("command.settings-closing-holidays"), Args: exactly(0),
		Example: "  leermoment settings closing holidays --good-friday closed --liberation-day open",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.arrange(cmd.Context(), "command.settings-kept", func(ctx context.Context, s session, now office.Arranged) error {
				for name, given := range map[string]struct {
					value string
					to    *bool
				}{"good-friday": {friday, &now.Closing.GoodFriday}, "liberation-day": {fifth, &now.Closing.LiberationDay}} {
					if !cmd.Flags().Changed(name) {
						continue
					}
					if given.value != "open" && given.value != "closed" {
						return complaint.Faults{{Field: name, Key: "choice", Args: map[string]string{"Choices": "open, closed"}}}
					}
					*given.to = given.value == "closed"
				}
				return s.office.Close(ctx, s.viewer, now.Seq, now.Closing)
			})
		},
	}
	cmd.Flags().StringVar(&friday, "good-friday", "", a.words().T("command.flag-good-friday"))
	cmd.Flags().StringVar(&fifth, "liberation-day", "", a.words().T("command.flag-liberation-day"))
	return cmd
}
