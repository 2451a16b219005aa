using CsCheck;

namespace SonicBridge.Contracts.Tests.Storage;

public sealed class CallFolderTests
{
    private const string Id = "5b9dd5c6-9a3e-4c7e-8f43-0d1a2b3c4d5e";

    private static readonly Gen<string> Bucket = Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789-."], 3, 63];

    [Fact]
    public void A_folder_reads_back_what_it_wrote() =>
        Gen.Select(Bucket, AFile.ContactId)
            .Sample(
                (bucket, id) => CallFolder.Parse(new CallFolder(bucket, id).ToString()) == new CallFolder(bucket, id)
            );

    [Fact]
    public void Any_other_text_is_refused_with_a_sentence() =>
        Gen.String.Sample(text =>
            Should.Throw<FormatException>(() => CallFolder.Parse(text)).Message.ShouldContain("expected s3://")
        );

    [Theory]
    [InlineData($"s3://calls-1/calls/{Id}")]
    [InlineData($"s3:///calls/{Id}/")]
    [InlineData($"s3://calls-1/{Id}/")]
    [InlineData($"s3://calls-1/calls/{Id}/prompts/")]
    [InlineData("s3://calls-1/calls/../")]
    public void A_near_miss_is_refused(string text) => Should.Throw<FormatException>(() => CallFolder.Parse(text));

    [Fact]
    public void Keys_lie_in_the_folder() =>
        new CallFolder("b", ContactId.Parse(Id))
            .KeyOf(CallFolder.PromptFile(2, 17))
            .ShouldBe($"calls/{Id}/prompts/g2-0017.wav");
}
