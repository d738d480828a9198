using System.Buffers;

namespace AllianceBot.Cards.Tests;

/// <summary>What an expansion costs in memory; time is measured by the benchmarks.</summary>
public sealed class CostTests
{
    [Fact]
    public void Expanding_into_a_buffer_that_is_large_enough_allocates_nothing()
    {
        var library = CardLibrary.Load(CardSamples.Example);
        var model = ExampleModel.Make(library.Phrases, "Ana \"A\" *Reyes*");
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        long Cost()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                buffer.ResetWrittenCount();
                library.Expand("example/everything", "en", model, buffer);
            }
            return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
        }
        Cost();

        Assert.Equal(0, Cost());
        Assert.InRange(buffer.WrittenCount, 5000, 20000);
    }

    [Fact]
    public void A_card_in_memory_of_its_own_costs_its_bytes_only()
    {
        var library = CardLibrary.Load(CardSamples.Example);
        var model = ExampleModel.Make(library.Phrases, "Ana");
        var size = library.Expand("example/everything", "en", model).Length;
        var before = GC.GetAllocatedBytesForCurrentThread();

        library.Expand("example/everything", "en", model);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, size, size + 64);
    }

    [Fact]
    public void A_card_too_large_to_be_sent_is_refused()
    {
        var library = CardLibrary.Load(CardSamples.Example);
        var model = ExampleModel.Make(library.Phrases, new string('é', 4000)).Set("words", new string('é', 30_000));

        Assert.Contains("81920", Assert.Throws<CardModelException>(() => library.Expand("example/everything", "en", model)).Message, StringComparison.Ordinal);
        Assert.NotEqual(0, library.Expand("example/everything", "en", model.Set("words", "short")).Length);
    }

    [Fact]
    public void A_model_costs_less_than_its_card()
    {
        var library = CardLibrary.Load(CardSamples.Example);
        ExampleModel.Make(library.Phrases, "Ana");
        var before = GC.GetAllocatedBytesForCurrentThread();

        ExampleModel.Make(library.Phrases, "Ana");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 12 * 1024);
    }
}
