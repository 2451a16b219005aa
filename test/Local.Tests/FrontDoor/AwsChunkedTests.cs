using System.Globalization;
using System.Text;
using CsCheck;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Tests.FrontDoor;

public sealed class AwsChunkedTests
{
    private static readonly HandSigner Signer = new() { Service = "s3" };
    private static readonly Gen<byte[][]> Chunks = Gen.Byte.Array[1, 200].Array[0, 6];

    [Fact]
    public void What_was_chunked_and_signed_comes_back() =>
        Chunks.Sample(chunks =>
        {
            var trailers = new Dictionary<string, string>();
            var body = Encode(chunks, signed: true, trailer: "x-amz-checksum-crc32:AAAAAA==");

            var result = AwsChunked.Decode(body, Chain(), withTrailers: true, trailers);

            result.State.ShouldBe(AwsChunked.State.Whole);
            body[..result.Length].ShouldBe(chunks.SelectMany(static chunk => chunk).ToArray());
            trailers["x-amz-checksum-crc32"].ShouldBe("AAAAAA==");
        });

    [Fact]
    public void Any_changed_byte_of_data_breaks_the_chain() =>
        Gen.Select(Gen.Byte.Array[1, 200].Array[1, 6], Gen.Int[0, int.MaxValue])
            .Sample(
                (chunks, where) =>
                {
                    var content = chunks.SelectMany(static chunk => chunk).ToArray();
                    var body = Encode(chunks, signed: true, trailer: null);
                    var first = body.AsSpan().IndexOf("\r\n"u8) + 2;
                    body[first + (where % chunks[0].Length)] ^= 1;

                    var result = AwsChunked.Decode(body, Chain(), withTrailers: false, []);

                    result.State.ShouldBe(AwsChunked.State.BadSignature);
                    content.ShouldNotBeEmpty();
                }
            );

    [Fact]
    public void Body_cut_at_any_byte_is_broken_and_never_thrown_at() =>
        Chunks.Sample(chunks =>
        {
            var whole = Encode(chunks, signed: false, trailer: null);
            var end = whole.Length - "\r\n".Length;
            for (var length = 0; length < end; length++)
            {
                var cut = whole[..length];
                AwsChunked.Decode(cut, null, withTrailers: false, []).State.ShouldBe(AwsChunked.State.Broken);
            }
        });

    [Fact]
    public void Arbitrary_bytes_are_never_thrown_at() =>
        Gen.OneOf(Gen.Byte.Array[0, 300], Gen.Char["0123456789abcdefg;:-=\r\n"].Array[0, 100].Select(Ascii))
            .Sample(body =>
            {
                var result = AwsChunked.Decode(body, null, withTrailers: true, []);
                result.Length.ShouldBeInRange(0, body.Length);
            });

    private static byte[] Ascii(char[] text) => Encoding.ASCII.GetBytes(text);

    private static ChunkChain Chain()
    {
        CredentialScope.TryParse($"local/{Signer.Scope}", out _, out var scope).ShouldBeTrue();
        return new ChunkChain(
            SigningKey.Of(scope, ClientKey.Local),
            new SignedRequest("seed", Signer.Date, scope, "", ClientKey.Local)
        );
    }

    private static byte[] Encode(byte[][] chunks, bool signed, string? trailer)
    {
        var body = new MemoryStream();
        var previous = "seed";
        foreach (var chunk in chunks.Append([]))
        {
            var head = chunk.Length.ToString("x", CultureInfo.InvariantCulture);
            if (signed)
            {
                previous = Sign("PAYLOAD", $"{HandSigner.HashOf([])}\n{HandSigner.HashOf(chunk)}");
                head += $";chunk-signature={previous}";
            }

            body.Write(Encoding.ASCII.GetBytes(head + "\r\n"));
            body.Write(chunk);
            if (chunk.Length > 0)
            {
                body.Write("\r\n"u8);
            }
        }

        if (trailer is not null)
        {
            body.Write(Encoding.ASCII.GetBytes(trailer + "\r\n"));
            previous = Sign("TRAILER", HandSigner.HashOf(Encoding.ASCII.GetBytes(trailer + "\n")));
            body.Write(Encoding.ASCII.GetBytes($"x-amz-trailer-signature:{previous}\r\n"));
        }

        body.Write("\r\n"u8);
        return body.ToArray();

        string Sign(string kind, string rest) =>
            Signer.Sign($"AWS4-HMAC-SHA256-{kind}\n{Signer.Date}\n{Signer.Scope}\n{previous}\n{rest}");
    }
}
