using CsCheck;

namespace SonicBridge.Contracts.Tests.Storage;

public sealed class PlaylistTests
{
    private static Playlist Prompts(int first, int count, int dropped) =>
        new(
            1,
            [.. Enumerable.Range(first, count).Select(number => new Prompt(number, $"{number}.wav", 1000))],
            dropped,
            FlowStep.Wait
        );

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(3, 0, null)]
    [InlineData(0, 2, 3)]
    [InlineData(1, 3, null)]
    [InlineData(2, 1, 3)]
    public void The_next_prompt_is_the_first_neither_handed_out_nor_spoken_over(
        int handedOut,
        int dropped,
        int? next
    ) => (Prompts(1, 3, dropped).NextAfter(handedOut)?.Number).ShouldBe(next);

    [Theory]
    [InlineData(null, null)]
    [InlineData("prompts/g1-0001.wav", "One moment.")]
    public void A_prompt_is_either_a_file_or_a_text(string? file, string? text) =>
        Should.Throw<ArgumentException>(() => new Prompt(1, file, 900, text)).Message.ShouldContain("Prompt 1");

    [Fact]
    public void A_text_stands_in_the_list_without_a_file() =>
        System
            .Text.Json.JsonSerializer.Serialize(
                new Playlist(1, [Prompt.Saying(4, "One moment.", 730)], 0, FlowStep.Wait),
                CallFile.Playlist.Shape
            )
            .ShouldBe(
                """{"generation":1,"prompts":[{"number":4,"milliseconds":730,"text":"One moment."}],"droppedThrough":0,"next":"wait"}"""
            );

    [Fact]
    public void Prompts_long_played_may_be_missing() => Prompts(7, 2, 0).NextAfter(6)!.Number.ShouldBe(7);

    [Fact]
    public void Playing_on_hands_out_each_prompt_once_in_order() =>
        Gen.Select(Gen.Int[1, 50], Gen.Int[0, 20], Gen.Int[0, 60], Gen.Int[0, 60])
            .Sample(
                (first, count, dropped, handedOut) =>
                {
                    var playlist = Prompts(first, count, dropped);
                    var played = new List<int>();
                    for (var at = handedOut; playlist.NextAfter(at) is { } prompt; at = prompt.Number)
                    {
                        played.Add(prompt.Number);
                    }

                    played.ShouldBe(
                        playlist.Prompts.Select(prompt => prompt.Number).Where(n => n > handedOut && n > dropped)
                    );
                }
            );
}
