using CsCheck;
using SonicBridge.Contracts.Configuration;
using SonicBridge.Contracts.Privacy;

namespace SonicBridge.Contracts.Tests.Privacy;

public sealed class KeptTranscriptTests
{
    private static readonly PrivacyConfiguration s_masking = new() { MaskNumbers = true };

    [Fact]
    public void A_number_that_is_read_out_over_several_lines_is_masked_in_each() =>
        Kept(
                s_masking,
                Line(Speaker.Caller, "It is 4111 1111"),
                Line(Speaker.Agent, "Yes, 12 so far."),
                Line(Speaker.Caller, "1111 1111."),
                Line(Speaker.Caller, "For 3 days.")
            )
            .ShouldBe(["It is [card]", "Yes, 12 so far.", "[card].", "For 3 days."]);

    [Fact]
    public void Nothing_is_masked_unless_asked_for() =>
        Kept(new PrivacyConfiguration(), Line(Speaker.Caller, "4111 1111 1111 1111")).ShouldBe(["4111 1111 1111 1111"]);

    [Fact]
    public void None_is_kept_where_none_is_to_be() =>
        KeptTranscript
            .Of(
                [Line(Speaker.Caller, "Hello.")],
                new PrivacyConfiguration { KeepTranscript = TranscriptKeeping.None, MaskNumbers = true }
            )
            .ShouldBeNull();

    [Fact]
    public void A_transcript_is_tagged_with_its_days_when_it_has_some()
    {
        TranscriptKeeping.TryFor(7, out var week).ShouldBeTrue();

        var tag = KeptTranscript.TagOf(new PrivacyConfiguration { KeepTranscript = week }).ShouldNotBeNull();

        (tag.Key, tag.Value).ShouldBe(("keep-days", "7"));
        KeptTranscript.TagOf(new PrivacyConfiguration()).ShouldBeNull();
        KeptTranscript.TagOf(new PrivacyConfiguration { KeepTranscript = TranscriptKeeping.None }).ShouldBeNull();
    }

    [Fact]
    public void Lines_stay_in_order_with_all_but_their_numbers() =>
        Gen.Select(
                Gen.Enum<Speaker>(),
                Gen.Char["0123456789 one\r\n\u2028-"].Array[0, 20].Select(chars => new string(chars))
            )
            .Select((speaker, text) => Line(speaker, text))
            .Array[0, 12]
            .Sample(lines =>
            {
                var kept = KeptTranscript.Of(lines, s_masking)!;

                kept.Select(line => line with { Text = "" }).ShouldBe(lines.Select(line => line with { Text = "" }));
            });

    private static string[] Kept(PrivacyConfiguration privacy, params TranscriptLine[] lines) =>
        [.. KeptTranscript.Of(lines, privacy)!.Select(line => line.Text)];

    private static TranscriptLine Line(Speaker speaker, string text) =>
        new(speaker, text, TimeSpan.FromSeconds(text.Length));
}
