using NodaTime;

namespace AllianceBot.Domain;

/// <summary>One line of a section: a text, a text with a date, a number of hours or days, or one partner funding another.</summary>
public sealed record CharterLine(string? Text, LocalDate? By = null, int? Number = null, string? Other = null);

/// <summary>A section with its lines; of one partner where each has its own.</summary>
public sealed record CharterSheet(CharterSection Section, Named<PartnerId>? Partner, ValueList<CharterLine> Lines);

/// <summary>What differs in a section between two versions.</summary>
public sealed record CharterChange(
    CharterSection Section, Named<PartnerId>? Partner, ValueList<CharterLine> Before, ValueList<CharterLine> After);

/// <summary>Reads a charter section by section, and says in what two texts differ.</summary>
public static class CharterChanges
{
    /// <summary>Every section that says something, in order.</summary>
    public static ValueList<CharterSheet> Sheets(Alliance alliance, CharterText text)
    {
        var sheets = new List<CharterSheet>();
        foreach (var section in Enum.GetValues<CharterSection>())
        {
            if (section.IsOfPartner || section == CharterSection.Hours)
            {
                foreach (var partner in PartnersOf(text, section)) Add(section, partner);
            }
            else
            {
                Add(section, null);
            }
        }

        return sheets.ToValueList();

        void Add(CharterSection section, PartnerId? partner)
        {
            var lines = LinesOf(alliance, text, section, partner);
            if (lines.Count > 0) sheets.Add(new(section, partner is { } of ? Names.Of(alliance, of) : null, lines));
        }
    }

    /// <summary>The sections that differ, with what falls away and what is new; against nothing, all of it is new.</summary>
    public static ValueList<CharterChange> Between(Alliance alliance, CharterText? before, CharterText after)
    {
        var (old, now) = (before is null ? [] : Sheets(alliance, before), Sheets(alliance, after));
        return old.Concat(now).Select(static sheet => (sheet.Section, sheet.Partner)).Distinct()
            .OrderBy(static key => key.Section).ThenBy(static key => key.Partner?.Id.Value, StringComparer.Ordinal)
            .Select(key => Change(key.Section, key.Partner))
            .Where(static change => change.Before.Count + change.After.Count > 0).ToValueList();

        CharterChange Change(CharterSection section, Named<PartnerId>? partner)
        {
            var (was, become) = (Lines(old, section, partner), Lines(now, section, partner));
            return new(section, partner, was.RemoveAll(become.Contains), become.RemoveAll(was.Contains));
        }
    }

    private static ValueList<CharterLine> Lines(ValueList<CharterSheet> sheets, CharterSection section, Named<PartnerId>? partner) =>
        sheets.FirstOrDefault(sheet => sheet.Section == section && sheet.Partner == partner)?.Lines ?? [];

    private static IEnumerable<PartnerId> PartnersOf(CharterText text, CharterSection section) =>
        (section == CharterSection.Hours
            ? text.Budgets.Select(static one => one.Partner)
            : text.Parts.Where(part => part.Section == section).Select(static part => part.Partner!.Value))
        .OrderBy(static partner => partner.Value, StringComparer.Ordinal);

    private static ValueList<CharterLine> LinesOf(Alliance alliance, CharterText text, CharterSection section, PartnerId? partner) => section switch
    {
        CharterSection.Goals => text.Goals.Select(static goal => new CharterLine(goal.Text.Text, goal.By)).ToValueList(),
        CharterSection.Does => text.Does.Select(static words => new CharterLine(words.Text)).ToValueList(),
        CharterSection.DoesNot => text.DoesNot.Select(static words => new CharterLine(words.Text)).ToValueList(),
        CharterSection.Funding => text.Funding
            .Select(tie => new CharterLine(alliance.NameOf(tie.Funder), Other: alliance.NameOf(tie.Funded))).ToValueList(),
        CharterSection.Hours => text.Budgets.Where(one => one.Partner == partner)
            .Select(static one => new CharterLine(null, Number: one.Hours)).ToValueList(),
        CharterSection.KeepPromises => Days(text.Retention.Promises),
        CharterSection.KeepDecisions => Days(text.Retention.Decisions),
        CharterSection.KeepTalks => Days(text.Retention.Talks),
        CharterSection.KeepPeople => Days(text.Retention.People),
        _ => CharterFold.Text(text, section, partner) is { } words ? [new CharterLine(words.Text)] : [],
    };

    private static ValueList<CharterLine> Days(int? days) => days is { } number ? [new CharterLine(null, Number: number)] : [];
}
