using NodaTime;

namespace AllianceBot.Domain;

/// <summary>The rows of <see cref="May"/> about stories.</summary>
internal static class StoryRights
{
    public static bool May(Alliance alliance, PersonId person, Act act, JointStory story) => act switch
    {
        Act.SeeStory => story.ShownAt is not null ? !alliance.OnlyObserves(person)
            : person == story.Teller || (!story.Withdrawn && SpeaksFor(alliance, person, story).Count > 0),
        _ => false,
    };

    /// <summary>The organisations of the story that this person represents.</summary>
    public static ValueList<PartnerId> SpeaksFor(Alliance alliance, PersonId person, JointStory story) =>
        story.Partners.RemoveAll(partner => alliance.Partners.Find(partner) is not { Left: false } || !alliance.RepresentativesOf(partner).Contains(person));
}

/// <summary>Finds stories for digests.</summary>
internal static class Stories
{
    /// <summary>The newest story that came to be shown on these days; null when none did.</summary>
    public static StoryId? Newest(Alliance alliance, PersonId reader, LocalDate from, LocalDate until)
    {
        JointStory? newest = null;
        foreach (var story in alliance.Stories)
        {
            if (story.ShownAt is not { } shown || shown <= newest?.ShownAt) continue;
            if (alliance.DateOf(shown) is var day && from <= day && day <= until && May.Do(alliance, reader, Act.SeeStory, story.Id)) newest = story;
        }

        return newest?.Id;
    }
}

/// <summary>A story as a reader may see it now.</summary>
public sealed record StoryView(StoryId Id, int Revision, string? Text)
{
    /// <summary>Those who want to be named, when they are two at least; nobody stands alone.</summary>
    public ValueList<Named<PartnerId>> Named { get; init; }

    /// <summary>How many organisations had a part in it, named or not.</summary>
    public int Partners { get; init; }

    public Instant? ShownAt { get; init; }

    public Instant AnswerBy { get; init; }

    /// <summary>The organisations that this reader speaks for, with what each said; null for nothing yet.</summary>
    public ValueList<StoryChoice> Choices { get; init; }

    /// <summary>This reader told it and may take it back.</summary>
    public bool MayWithdraw { get; init; }

    public required string Zone { get; init; }
}

/// <summary>An organisation that may say whether it wants to be named.</summary>
public sealed record StoryChoice(Named<PartnerId> Partner, bool? Says);

/// <summary>Stories as their readers may see them.</summary>
public static class StoryViews
{
    private const int FewestNamed = 2;

    public static StoryView? Card(Alliance alliance, Reader reader, StoryId id)
    {
        if (reader is not PersonReader { Person: var person } || alliance.Stories.Find(id) is not { Withdrawn: false } story) return null;
        if (!May.Do(alliance, person, Act.SeeStory, id)) return null;
        var named = story.Partners.RemoveAll(partner => story.Says(partner) != true);
        return new(id, story.Revision, story.Text.Text)
        {
            Named = named.Count < FewestNamed ? [] : named.Select(partner => Names.Of(alliance, partner)).ToValueList(),
            Partners = story.Partners.Count,
            ShownAt = story.ShownAt,
            AnswerBy = story.AnswerBy,
            Choices = story.IsWaiting
                ? StoryRights.SpeaksFor(alliance, person, story).Select(partner => new StoryChoice(Names.Of(alliance, partner), story.Says(partner))).ToValueList()
                : [],
            MayWithdraw = story.IsWaiting && person == story.Teller,
            Zone = alliance.Zone,
        };
    }

    /// <summary>Stories that this person may see, the newest first.</summary>
    public static ValueList<StoryView> List(Alliance alliance, PersonId person) => alliance.Stories
        .OrderByDescending(static story => story.ShownAt ?? story.At)
        .Select(story => Card(alliance, new PersonReader(person), story.Id)).OfType<StoryView>().Take(Limits.List).ToValueList();

    internal static StoryView? Shown(Alliance alliance, PersonId reader, StoryId id) =>
        Card(alliance, new PersonReader(reader), id) is { ShownAt: not null } story ? story : null;
}
