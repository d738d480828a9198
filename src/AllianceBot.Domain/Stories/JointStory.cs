using NodaTime;

namespace AllianceBot.Domain;

/// <summary>
/// A story of what the alliance achieved together, told from the side of the people served. It has no owner: nobody reads who
/// told it, and organisations stand beside it only with their own yes, and never one alone.
/// </summary>
public sealed record JointStory
{
    public StoryId Id { get; init; }

    public int Revision { get; init; }

    public Words Text { get; init; } = null!;

    public PersonId Teller { get; init; }

    /// <summary>The organisations that had a part in it, two at least.</summary>
    public ValueList<PartnerId> Partners { get; init; }

    /// <summary>What each of them said about being named.</summary>
    public ValueList<StoryVoice> Voices { get; init; }

    public Instant At { get; init; }

    /// <summary>Who has not said yes until then is not named.</summary>
    public Instant AnswerBy { get; init; }

    /// <summary>Since when all members may read it; null while it waits.</summary>
    public Instant? ShownAt { get; init; }

    /// <summary>Taken back before it was shown.</summary>
    public bool Withdrawn { get; init; }

    public AskId LastAsk { get; init; }

    public bool IsWaiting => ShownAt is null && !Withdrawn;

    /// <summary>Whether this organisation wants to be named; null while it has not said.</summary>
    public bool? Says(PartnerId partner)
    {
        foreach (var voice in Voices)
        {
            if (voice.Partner == partner) return voice.Named;
        }

        return null;
    }
}

/// <summary>An organisation's word on being named; the last one counts.</summary>
public sealed record StoryVoice(PartnerId Partner, bool Named);

/// <summary>Something about one story; its words lie on its own shelf.</summary>
public abstract record StoryEvent(StoryId Story) : AllianceEvent
{
    public override Shelf Shelf => Shelf.Of(Story);
}

/// <summary>Somebody told a story; those who would be named are asked.</summary>
[EventName("story.told.v1")]
public sealed record StoryTold(StoryId Story, Words Text, ValueList<PartnerId> Partners, Instant AnswerBy) : StoryEvent(Story);

/// <summary>An organisation said whether it wants to be named.</summary>
[EventName("story.answered.v1")]
public sealed record StoryAnswered(StoryId Story, PartnerId Partner, bool Named) : StoryEvent(Story);

/// <summary>All have answered, or the time to answer is over: all members may read it.</summary>
[EventName("story.shown.v1")]
public sealed record StoryShown(StoryId Story) : StoryEvent(Story);

/// <summary>Taken back by who told it, before anybody else read it.</summary>
[EventName("story.withdrawn.v1")]
public sealed record StoryWithdrawn(StoryId Story) : StoryEvent(Story);

/// <summary>Something about one story.</summary>
public abstract record StoryCommand(StoryId Story, AskId Ask) : Command(Ask);

/// <summary>Tells a story of these organisations.</summary>
public sealed record TellStory(StoryId Story, AskId Ask, Words Text, ValueList<PartnerId> Partners) : StoryCommand(Story, Ask);

/// <summary>Says whether an organisation wants to be named; null for the only one that the asker speaks for.</summary>
public sealed record AnswerStory(StoryId Story, AskId Ask, PartnerId? Partner, bool Named) : StoryCommand(Story, Ask);

/// <summary>Takes a story back.</summary>
public sealed record WithdrawStory(StoryId Story, AskId Ask) : StoryCommand(Story, Ask);
