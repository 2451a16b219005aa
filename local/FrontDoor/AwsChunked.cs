using System.Buffers.Text;
using System.Text;

namespace SonicBridge.Local.FrontDoor;

/// <summary>
/// The transfer coding <c>aws-chunked</c>: <c>{hex length}[;chunk-signature={hex}]\r\n{bytes}\r\n</c> until a chunk of
/// length 0, then, when announced, trailers. With signatures each chunk is signed over the one before.
/// </summary>
internal static class AwsChunked
{
    private const string SignatureMark = ";chunk-signature=";
    private const string TrailerSignature = "x-amz-trailer-signature";

    /// <summary>No sender needs more than a length, a signature and some extension on one line.</summary>
    private const int MaxLine = 1024;

    private static ReadOnlySpan<byte> Line => "\r\n"u8;

    /// <summary>Takes the coding off, in place.</summary>
    /// <param name="body">The coded body; its beginning is overwritten by the decoded one.</param>
    /// <param name="chain">Checks the signatures, or null when the chunks carry none.</param>
    /// <param name="withTrailers">Whether trailers were announced.</param>
    /// <param name="trailers">Receives them.</param>
    /// <returns>The decoded length, or what is wrong.</returns>
    public static Result Decode(
        Span<byte> body,
        ChunkChain? chain,
        bool withTrailers,
        Dictionary<string, string> trailers
    )
    {
        var position = 0;
        var length = 0;
        while (true)
        {
            if (!TryReadLine(body, ref position, out var line) || !TryReadHead(line, out var size, out var signature))
            {
                return Result.Broken;
            }

            // Without trailers the last chunk still ends in an empty line; with them, the line is theirs.
            var last = size == 0;
            if (size > body.Length - position)
            {
                return Result.Broken;
            }

            var data = body.Slice(position, size);
            if (chain?.Accepts(data, signature) is false)
            {
                return Result.BadSignature;
            }

            if (last)
            {
                break;
            }

            data.CopyTo(body[length..]);
            length += size;
            position += size;
            if (!body[position..].StartsWith(Line))
            {
                return Result.Broken;
            }

            position += Line.Length;
        }

        return withTrailers ? ReadTrailers(body[position..], chain, trailers, length) : new Result(length, State.Whole);
    }

    private static Result ReadTrailers(
        Span<byte> rest,
        ChunkChain? chain,
        Dictionary<string, string> trailers,
        int length
    )
    {
        var position = 0;
        var signed = new StringBuilder();
        string? signature = null;
        while (position < rest.Length)
        {
            if (!TryReadLine(rest, ref position, out var line))
            {
                return Result.Broken;
            }

            if (line.IsEmpty)
            {
                break;
            }

            var colon = line.IndexOf((byte)':');
            if (colon <= 0)
            {
                return Result.Broken;
            }

            var name = Encoding.ASCII.GetString(line[..colon]).Trim().ToLowerInvariant();
            var value = Encoding.UTF8.GetString(line[(colon + 1)..]).Trim();
            if (name == TrailerSignature)
            {
                signature = value;
                continue;
            }

            trailers[name] = value;
            signed.Append(name).Append(':').Append(value).Append('\n');
        }

        return chain?.AcceptsTrailers(signed.ToString(), signature) is false
            ? Result.BadSignature
            : new Result(length, State.Whole);
    }

    private static bool TryReadHead(ReadOnlySpan<byte> line, out int size, out string? signature)
    {
        signature = null;
        if (!Utf8Parser.TryParse(line, out size, out var consumed, 'x') || size < 0)
        {
            return false;
        }

        var extension = Encoding.ASCII.GetString(line[consumed..]);
        if (extension.StartsWith(SignatureMark, StringComparison.Ordinal))
        {
            signature = extension[SignatureMark.Length..];
            return true;
        }

        return extension.Length == 0;
    }

    private static bool TryReadLine(ReadOnlySpan<byte> body, ref int position, out ReadOnlySpan<byte> line)
    {
        var rest = body[position..];
        var end = rest[..Math.Min(rest.Length, MaxLine)].IndexOf(Line);
        line = end < 0 ? default : rest[..end];
        position += end + Line.Length;
        return end >= 0;
    }

    /// <param name="Length">How many bytes were decoded.</param>
    public readonly record struct Result(int Length, State State)
    {
        public static Result Broken => new(0, State.Broken);
        public static Result BadSignature => new(0, State.BadSignature);
    }

    public enum State
    {
        Whole,
        Broken,
        BadSignature,
    }
}
