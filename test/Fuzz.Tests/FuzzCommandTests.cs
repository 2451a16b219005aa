using System.Globalization;
using SonicBridge.Fuzz.Running;
using SonicBridge.Fuzz.Targets;

namespace SonicBridge.Fuzz.Tests;

public sealed class FuzzCommandTests
{
    [Fact]
    public async Task The_products_own_edges_are_counted_and_the_last_line_is_a_row_of_the_table()
    {
        var folder = Directory.CreateTempSubdirectory("sonicbridge-fuzz-tests-").FullName;
        using var output = new StringWriter(CultureInfo.InvariantCulture);

        var code = await FuzzCommand.RunAsync(["mkv", "--inputs", "3000", "--corpus", folder], output);

        code.ShouldBe(0, output.ToString());
        var row = output.ToString().TrimEnd().Split('\n')[^1].Split('|', StringSplitOptions.TrimEntries);
        row[1..3].ShouldBe(["mkv", "3,000"]);
        // Far more than the seeds alone could be mistaken for: parser and filter are some hundred branches.
        int.Parse(row[4], NumberStyles.AllowThousands, CultureInfo.InvariantCulture).ShouldBeGreaterThan(250);
        Directory.EnumerateFiles(folder).ShouldNotBeEmpty();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("mkv", "--inputs", "0")]
    [InlineData("mkv", "--seed", "first")]
    [InlineData("mp3")]
    [InlineData]
    public async Task Bad_arguments_are_told_and_end_with_2(params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);

        (await FuzzCommand.RunAsync(args, output)).ShouldBe(2);

        output.ToString().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Help_names_each_target_and_what_it_holds()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);

        (await FuzzCommand.RunAsync(["--help"], output)).ShouldBe(0);

        foreach (var target in FuzzTargets.All)
        {
            output.ToString().ShouldContain($"  {target.Name} ");
        }
    }
}
