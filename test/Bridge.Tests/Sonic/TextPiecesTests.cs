using System.Text;
using CsCheck;
using SonicBridge.Bridge.Sonic;

namespace SonicBridge.Bridge.Tests.Sonic;

public sealed class TextPiecesTests
{
    [Fact]
    public void Short_text_is_one_piece() => Pieces("Be kind.").ShouldBe(["Be kind."]);

    [Fact]
    public void Long_text_is_cut_after_a_space() =>
        Pieces(new string('a', 3000) + ' ' + new string('b', 3000))
            .ShouldBe([new string('a', 3000) + ' ', new string('b', 3000)]);

    [Fact]
    public void No_cut_goes_through_a_character() =>
        Pieces(new string('a', TextPieces.System - 1) + "🚗🚗")
            .ShouldBe([new string('a', TextPieces.System - 1), "🚗🚗"]);

    [Fact]
    public void Pieces_are_the_text_again() =>
        Gen.Select(Gen.String[0, 20000], Gen.OneOf(Gen.Const(TextPieces.System), Gen.Const(TextPieces.Message)))
            .Sample(
                (text, most) =>
                {
                    var pieces = Pieces(text, most);
                    string.Concat(pieces).ShouldBe(text);
                    pieces.ShouldAllBe(piece => Encoding.UTF8.GetByteCount(piece) <= most);
                }
            );

    private static List<string> Pieces(string text, int most = TextPieces.System)
    {
        var pieces = new List<string>();
        while (text.Length > 0)
        {
            var length = TextPieces.NextLength(text, most);
            pieces.Add(text[..length]);
            text = text[length..];
        }

        return pieces;
    }
}
