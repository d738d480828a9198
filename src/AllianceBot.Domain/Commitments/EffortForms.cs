using System.Globalization;
using NodaTime;
using Field = AllianceBot.Domain.CommitmentField;

namespace AllianceBot.Domain;

/// <summary>The fields about effort, evidence and what a promise builds on.</summary>
internal static class EffortForms
{
    /// <summary>Characters of a number of hours.</summary>
    private const int Digits = 4;

    public static FieldView Hours(Field field, int? value, bool required) => new(
        field, FieldInput.Line, required, value?.ToString(CultureInfo.InvariantCulture), MaxLength: Digits);

    public static FieldView Evidence(EvidenceKind value) => new(
        Field.Evidence, FieldInput.Choice, Required: false, Code(value),
        Enum.GetValues<EvidenceKind>().Select(static kind => new Choice(Code(kind), null)).ToValueList());

    /// <summary>What the terms ask for; and what was given although they do not.</summary>
    public static ValueList<FieldView> Proof(EvidenceKind needed, string? given) => needed == EvidenceKind.None && given is null
        ? []
        : [new(Field.Proof, FieldInput.Line, needed != EvidenceKind.None, given, MaxLength: EvidenceRules.Most)];

    /// <summary>Open promises that this person sees, the soonest first; none is the first choice where it may be left out.</summary>
    public static FieldView DependsOn(Alliance alliance, PersonId reader, Commitment? promise, CommitmentId? value, bool required)
    {
        var view = new PersonReader(reader);
        var open = alliance.Commitments
            .Where(other => other.Id != promise?.Id && other.Series is null && !other.State.IsEnded() && CommitmentViews.Sees(alliance, view, other)
                && promise?.DependsOn.Contains(other.Id) != true)
            .OrderBy(static other => other.Terms.Due).ThenBy(static other => other.Number);
        return Choose(required, value is { } on ? Dependence.On(alliance, reader, on)?.Id ?? on : null, open, required ? 0 : 1);
    }

    /// <summary>What it builds on now, as far as this person sees it.</summary>
    public static FieldView DependedOn(Alliance alliance, PersonId reader, Commitment promise, CommitmentId? value)
    {
        var on = promise.DependsOn.Select(alliance.Commitments.Find).OfType<Commitment>()
            .Where(other => CommitmentViews.Sees(alliance, new PersonReader(reader), other)).ToList();
        return Choose(true, value ?? (on.Count == 1 ? on[0].Id : null), on, 0);
    }

    /// <summary>The offering person's own load with what is being offered.</summary>
    public static ValueList<LoadLine> OwnLoad(
        Alliance alliance, PersonId reader, PartnerId own, LocalDate due, CommitmentDraft draft, Instant now)
    {
        var none = new Words("", null);
        var terms = new Terms(none, none, due, own, reader, own, null, null)
        {
            Repeats = SeriesForms.Read(draft.Repeats, draft.Until ?? SeriesForms.UsualEnd(due)),
        };
        return LoadViews.Beside(alliance, terms, draft.Estimate, reader, now).ToValueList();
    }

    private static FieldView Choose(bool required, CommitmentId? value, IEnumerable<Commitment> from, int empty)
    {
        var choices = from.Take(Limits.List - 1).Select(static other => new Choice(other.Id.Value, $"P{Numbers.Label(other)} \u00B7 {other.Terms.What.Text}"));
        return new(
            Field.DependsOn, FieldInput.Choice, required, value?.Value ?? (empty == 1 ? "" : null),
            [.. empty == 1 ? (ValueList<Choice>)[new("", null)] : [], .. choices]);
    }

    private static string Code(EvidenceKind kind) => kind == EvidenceKind.None ? "" : CommitmentHistory.Code(kind);
}
