using System.Buffers;
using System.Collections.Frozen;

namespace AllianceBot.Cards;

/// <summary>Every card template of a folder, checked and parsed once, with the words they use. Safe for use by many threads.</summary>
public sealed class CardLibrary
{
    private const int UsualCard = 16 * 1024;
    private const int KeptScratch = 256 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? scratch;

    private readonly FrozenDictionary<string, FrozenDictionary<string, CardTemplate>> templates;

    internal CardLibrary(Phrases phrases, Dictionary<string, Dictionary<string, CardTemplate>> templates)
    {
        Phrases = phrases;
        this.templates = templates.ToFrozenDictionary(
            language => language.Key,
            language => language.Value.ToFrozenDictionary(StringComparer.Ordinal),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Every sentence of ours, by key.</summary>
    public Phrases Phrases { get; }

    /// <summary>The names of all views ("area/view"), in order.</summary>
    public IReadOnlyList<string> Views => [.. templates[Phrases.Source].Keys.Order(StringComparer.Ordinal)];

    /// <summary>
    /// Loads <c>&lt;area&gt;/&lt;view&gt;.json</c> with its <c>.sample.json</c>, <c>words/&lt;language&gt;.json</c> and <c>rules.json</c>.
    /// Throws <see cref="CardFaultsException"/> with every fault there is.
    /// </summary>
    public static CardLibrary Load(string folder)
    {
        var faults = new List<CardFault>();
        var library = CardFolder.Read(folder, faults);
        return faults.Count == 0 ? library : throw new CardFaultsException(CardFolder.InOrder(faults));
    }

    /// <summary>Every fault of a folder's cards and words; empty when it can be loaded.</summary>
    public static IReadOnlyList<CardFault> Check(string folder)
    {
        var faults = new List<CardFault>();
        CardFolder.Read(folder, faults);
        return CardFolder.InOrder(faults);
    }

    /// <summary>Whether there is such a view.</summary>
    public bool Has(string view) => templates[Phrases.Source].ContainsKey(view);

    /// <summary>Writes the card of a view as UTF-8 JSON. Throws <see cref="CardModelException"/> when the model does not fit the template.</summary>
    public void Expand(string view, string language, CardModel model, IBufferWriter<byte> to)
    {
        var views = templates[Phrases.Resolve(language)];
        if (!views.TryGetValue(view, out var template)) throw new ArgumentException($"There is no card '{view}'.", nameof(view));
        template.Expand(model, to);
    }

    /// <summary>The card of a view as UTF-8 JSON. Throws <see cref="CardModelException"/> also when the card is too large to be sent at all.</summary>
    public ReadOnlyMemory<byte> Expand(string view, string language, CardModel model)
    {
        // Expanded in a buffer of the thread, so that a card costs no more memory than it has bytes.
        var buffer = scratch ?? new ArrayBufferWriter<byte>(UsualCard);
        scratch = null;
        buffer.ResetWrittenCount();
        Expand(view, language, model, buffer);
        var card = buffer.WrittenSpan.ToArray();
        if (buffer.Capacity <= KeptScratch) scratch = buffer;
        return CardLimits.IsTooLarge(card) ? throw new CardModelException($"{view}: the card is larger than {CardLimits.HardBytes} bytes.") : card;
    }
}
