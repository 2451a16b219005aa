using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using SonicBridge.Contracts.Privacy;

namespace SonicBridge.Contracts.Tests.Privacy;

public sealed partial class NumberMaskTests
{
    private static readonly string[] s_figures =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
    ];

    private static readonly Gen<string> s_words = Gen.Char["abcdefghijklmnop ,.!?äß\n"]
        .Array[0, 30]
        .Select(chars => new string(chars));

    // Twelve to eighteen digits, and the one that makes it a card's number.
    private static readonly Gen<string> s_card = Gen.Char["0123456789"]
        .Array[12, 18]
        .Select(digits =>
        {
            var start = new string(digits);
            return start + Enumerable.Range(0, 10).Single(check => Luhn.Holds($"{start}{check}"));
        });

    private static readonly Gen<string> s_separator = Gen.Int[0, 4]
        .Select(kind =>
            kind switch
            {
                0 => " ",
                1 => "-",
                2 => ". ",
                3 => ", ",
                _ => "\n",
            }
        );

    [Theory]
    [InlineData("My card is 4111 1111 1111 1111, thank you.", "My card is [card], thank you.")]
    [InlineData("4111-1111-1111-1111 12/27 123", "[card]")]
    [InlineData("Call +1 (202) 555-0123 please.", "Call [phone] please.")]
    [InlineData("It is 030 901820.", "It is [phone].")]
    [InlineData("My social is 219-09-9999.", "My social is [number].")]
    [InlineData("x4111111111111111", "x[card]")]
    [InlineData("four one double one, one one one one, one one one one, one one one one", "[card]")]
    [InlineData("Two oh two, five five five, oh one two three", "[phone]")]
    [InlineData("Mein Ausweis ist C01X00T47.", "Mein Ausweis ist [id].")]
    [InlineData("It is QQ 12 34 56 C.", "It is [id].")]
    [InlineData("DE89 3704 0044 0532 0130 00", "[id]")]
    [InlineData("मेरा नंबर ९८७६५४३२१०", "मेरा नंबर [phone]")]
    public void What_looks_like_a_number_of_a_person_is_masked(string text, string masked) =>
        NumberMask.Mask(text).ShouldBe(masked);

    [Theory]
    [InlineData("On 2026-11-25 at 10:30.")]
    [InlineData("Am 25.11.2026.")]
    [InlineData("It costs 1,250 dollars for 3 days.")]
    [InlineData("One moment, I have two or three questions.")]
    [InlineData("The phone one of us has is old.")]
    [InlineData("Flight LH4711 to room 123456.")]
    public void Everything_else_stays(string text) => NumberMask.Mask(text).ShouldBe(text);

    [Fact]
    public void No_card_is_left_however_its_digits_are_grouped() =>
        Gen.Select(s_words, s_card, s_separator, Gen.Int[1, 6], s_words)
            .Sample(
                (before, card, separator, group, after) =>
                {
                    var grouped = string.Join(separator, card.Chunk(group).Select(digits => new string(digits)));

                    var masked = NumberMask.Mask($"{before} {grouped} {after}");

                    masked.Any(char.IsDigit).ShouldBeFalse(masked);
                    masked.ShouldContain("[card]");
                }
            );

    [Fact]
    public void No_card_is_left_that_is_read_out_in_words() =>
        Gen.Select(s_card, s_separator)
            .Sample(
                (card, separator) =>
                {
                    var spoken = string.Join(separator, card.Select(digit => s_figures[digit - '0']));

                    NumberMask.Mask(spoken).Replace("\n", "").Replace("[card]", "").ShouldBeEmpty();
                }
            );

    [Fact]
    public void No_seven_digits_are_left_in_a_row_but_a_dates_and_masking_again_changes_nothing() =>
        Gen.Char["0123456789 -./+()aAb\n"]
            .Array[0, 60]
            .Select(chars => new string(chars))
            .Sample(text =>
            {
                var masked = NumberMask.Mask(text);

                NumberMask.Mask(masked).ShouldBe(masked);
                foreach (Match run in Digits().Matches(masked))
                {
                    run.Value.Count(char.IsDigit).ShouldBeLessThan(9, $"{text} -> {masked}");
                    (
                        run.Value.Count(char.IsDigit) < NumberMask.Fewest || run.Value.IndexOfAny(['-', '.', '/']) > 0
                    ).ShouldBeTrue($"{text} -> {masked}");
                }

                masked.Count(one => one == '\n').ShouldBe(text.Count(one => one == '\n'));
            });

    [Fact]
    public void A_text_without_a_digit_stays_as_it_is() => s_words.Sample(text => NumberMask.Mask(text).ShouldBe(text));

    [Fact]
    public void Long_input_takes_no_long_time()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 20_000; i++)
        {
            text.Append("A1 ").Append(i % 10).Append(i % 7 == 0 ? " one-" : "");
        }

        NumberMask.Mask(text.ToString()).Length.ShouldBeGreaterThan(0);
    }

    [GeneratedRegex(@"\d(?:[ \n./(),-]{0,3}\d)*", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
