using SonicBridge.Bench.Lambdas;

namespace SonicBridge.Bench.Tests.Lambdas;

public sealed class MemoryChoiceTests
{
    [Fact]
    public void Twice_what_was_held_has_to_fit() =>
        MemoryChoice.Of(Row("record-outcome", cpu: 1, peak: 70)).ShouldBe(256);

    [Fact]
    public void What_was_held_at_work_counts_as_well() =>
        MemoryChoice.Of(Row("record-outcome", cpu: 1, peak: 20) with { WorkPeak = 200 }).ShouldBe(512);

    [Fact]
    public void A_caller_who_waits_needs_more_of_the_processor_than_nobody()
    {
        MemoryChoice.Of(Row("record-outcome", cpu: 20, peak: 30)).ShouldBe(128);
        MemoryChoice.Of(Row("next-prompt", cpu: 20, peak: 30)).ShouldBe(256);
    }

    [Fact]
    public void A_function_that_moves_files_keeps_what_it_has() =>
        MemoryChoice.Of(Row("seal-backup", cpu: 1, peak: 20) with { Timeout = 290, MemorySize = 1024 }).ShouldBe(1024);

    [Fact]
    public void A_start_takes_as_long_as_its_work_with_the_share_of_a_processor()
    {
        var row = Row("next-prompt", cpu: 20, peak: 30);

        MemoryChoice.ColdStart(row, 256).ShouldBe(20 * 1769d / 256, 0.01);
        MemoryChoice.ColdStart(row, 4096).ShouldBe(row.Median);
    }

    private static StartRow Row(string name, double cpu, double peak) =>
        new(name, StartKind.CallFunction, 10, 25, 30, cpu, peak, MemorySize: 256, Timeout: 8);
}
