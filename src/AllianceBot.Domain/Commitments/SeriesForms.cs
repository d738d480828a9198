using NodaTime;
using NodaTime.Text;
using Field = AllianceBot.Domain.CommitmentField;

namespace AllianceBot.Domain;

/// <summary>The fields by which a promise is made to come again, and their written form: "weeks2", "monthday1".</summary>
public static class SeriesForms
{
    private static readonly (RepeatUnit Unit, int[] Every)[] Offered =
    [
        (RepeatUnit.Weeks, [1, 2, 3, 4, 6, 8]), (RepeatUnit.MonthDay, [1, 2, 3, 6, 12]), (RepeatUnit.MonthWeekday, [1, 2, 3]),
    ];

    /// <summary>What can be chosen, by its written form.</summary>
    public static ValueList<string> Choices { get; } =
        Offered.SelectMany(static one => one.Every.Select(every => Code(one.Unit, every))).ToValueList();

    /// <summary>The written form of a repetition, without its end.</summary>
    public static string Code(RepeatUnit unit, int every) => FormattableString.Invariant($"{CommitmentHistory.Code(unit)}{every}");

    /// <summary>The repetition of a written form; null for once, and for what is none.</summary>
    public static Repetition? Read(string? code, LocalDate until)
    {
        foreach (var (unit, all) in Offered)
        {
            foreach (var every in all)
            {
                if (code == Code(unit, every)) return new(unit, every, until);
            }
        }

        return null;
    }

    /// <summary>Where no end is said: a year of it.</summary>
    public static LocalDate UsualEnd(LocalDate first) => first.PlusYears(1);

    internal static ValueList<FieldView> Fields(Alliance alliance, CommitmentDraft draft, Terms? from, Instant now, bool once)
    {
        var stands = from?.Repeats;
        var code = draft.Repeats ?? (stands is null ? "" : Code(stands.Unit, stands.Every));
        ValueList<Choice> choices =
        [
            .. once ? (ValueList<Choice>)[new("", null)] : [],
            .. stands is not null && !Choices.Contains(Code(stands.Unit, stands.Every))
                ? (ValueList<Choice>)[new(Code(stands.Unit, stands.Every), null)] : [],
            .. Choices.Select(static choice => new Choice(choice, null)),
        ];
        var today = alliance.DateOf(now);
        var until = draft.Until ?? stands?.Until
            ?? (code.Length > 0 ? UsualEnd(draft.Due ?? from?.Due ?? FirstDate(alliance, draft, now) ?? today) : null);
        return
        [
            new(Field.Repeats, FieldInput.Choice, Required: !once, code, choices),
            new(Field.Until, FieldInput.Date, Required: false, until is { } end ? LocalDatePattern.Iso.Format(end) : null,
                Earliest: today, Latest: today.PlusYears(TermsRules.YearsAhead)),
        ];
    }

    /// <summary>Where it repeats and no first date is said: one period from today.</summary>
    internal static LocalDate? FirstDate(Alliance alliance, CommitmentDraft draft, Instant now) =>
        Read(draft.Repeats, LocalDate.MaxIsoValue) is { } repeats ? repeats.At(alliance.DateOf(now), 2) : null;
}
