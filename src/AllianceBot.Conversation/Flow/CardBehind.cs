using AllianceBot.Domain;

namespace AllianceBot.Conversation;

/// <summary>
/// A card that lists things can be answered where it stands: what is pressed on it for one of them is told there, and its
/// form leads back to it. The card is named by what the button brings, and counts only if its reader may see it.
/// </summary>
internal static class CardBehind
{
    public static Subject? Of(Turn turn)
    {
        if (turn.InPlace || turn.Pressed?.Fields.GetValueOrDefault(FieldNames.View) is not { } view || Subject.Parse(view) is not { } card) return null;
        var act = card.Kind switch
        {
            SubjectKind.Digest => Act.SeeDigest,
            SubjectKind.Preview => Act.SeePreview,
            _ => (Act?)null,
        };
        return act is { } sees && May.Do(turn.Alliance!, turn.Person, sees, card) ? card : null;
    }

    /// <summary>The same step, with its answer on the card behind.</summary>
    public static Step Kept(Step step, Subject? card) => (card, step) switch
    {
        (null, _) => step,
        ({ } behind, Does does) when IsOne(does.About) => does with { About = behind, View = "", Form = With(does.Form, behind) },
        ({ } behind, Shows { Showing: FormShowing form }) => new Shows(new FormShowing(With(form.Form, behind)!)),
        _ => step,
    };

    private static bool IsOne(Subject about) =>
        about.Kind is SubjectKind.Commitment or SubjectKind.CheckIn or SubjectKind.Decision or SubjectKind.Indicator or SubjectKind.Preview;

    private static Form? With(Form? form, Subject behind) => form is null ? null : form with { Behind = behind };
}
