using System.Text;

namespace SonicBridge.Local.Tests.Migration;

/// <summary>Takes a command line apart as a shell does: blanks, and what quotation marks keep together.</summary>
internal static class ShellWords
{
    public static IReadOnlyList<string> Split(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var quote = '\0';
        foreach (var character in line)
        {
            if (character == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && character is '\'' or '"')
            {
                quote = character;
            }
            else if (character == ' ' && quote == '\0')
            {
                words.Add(word.ToString());
                word.Clear();
            }
            else
            {
                word.Append(character);
            }
        }

        quote.ShouldBe('\0', $"A quotation mark is missing in: {line}");
        return [.. words, word.ToString()];
    }
}
