using AllianceBot.Domain;
using AllianceBot.Engine;

namespace AllianceBot.Conversation;

/// <summary>Makes the card or the short text that answers an ask.</summary>
public interface IShow
{
    /// <summary>
    /// The answer for this reader. It shows no more than the reader may see; a thing that the reader may not see is
    /// shown as the refusal for unknown things.
    /// </summary>
    /// <param name="alliance">The state; null for those who are in no alliance.</param>
    /// <param name="showing">What to show.</param>
    /// <param name="reader">To whom.</param>
    /// <param name="context">The moment, what was seen before, the card instance's id.</param>
    Presented Show(Alliance? alliance, Showing showing, Reader reader, PresentContext context);
}
