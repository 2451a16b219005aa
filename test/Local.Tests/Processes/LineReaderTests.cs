using System.Text;
using CsCheck;
using SonicBridge.Local.Processes;

namespace SonicBridge.Local.Tests.Processes;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("a\nb\n", new[] { "a", "b" })]
    [InlineData("a\r\nb", new[] { "a", "b" })]
    [InlineData("\n\n", new[] { "", "" })]
    [InlineData("", new string[0])]
    public async Task Output_is_cut_into_lines(string text, string[] expected) =>
        (await LinesOf(text)).ShouldBe(expected);

    [Fact]
    public async Task Line_without_an_end_is_handed_on_in_pieces()
    {
        var lines = await LinesOf(new string('x', 200_000));

        lines.Count.ShouldBeGreaterThan(2);
        lines.ShouldAllBe(static line => line.Length <= 65_536);
        lines.Sum(static line => line.Length).ShouldBe(200_000);
    }

    [Fact]
    public Task No_character_of_any_output_is_lost() =>
        Gen.Char["ab\n"]
            .Array[0, 200]
            .SampleAsync(async text =>
            {
                var joined = string.Join('\n', await LinesOf(new string(text)));
                joined.TrimEnd('\n').ShouldBe(new string(text).TrimEnd('\n'));
            });

    private static async Task<List<string>> LinesOf(string text)
    {
        var lines = new List<string>();
        using var reader = new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        await LineReader.ReadAsync(reader, new Lock(), lines.Add);
        return lines;
    }
}
