using SonicBridge.Local.Migration;

namespace SonicBridge.Local.Tests.Migration;

public sealed class ProofTableTests
{
    [Fact]
    public void Each_file_has_a_line_and_the_last_one_counts()
    {
        var proof = ProofTable.Read(
            """
            {"lines":[{"check":"backup/b.json","ok":false,"detail":"is gone"},
                      {"check":"backup/a/long.json","ok":true,"detail":"0123456789abcdef"}]}
            """u8.ToArray()
        );

        proof.IsProven.ShouldBeFalse();
        proof
            .Write()
            .ShouldBe([
                "  backup/a/long.json  equal    0123456789ab",
                "  backup/b.json       DIFFERS  is gone",
                "  1 of 2 files are what was backed up, by SHA-256.",
            ]);
    }

    [Fact]
    public void A_proof_that_is_missing_or_empty_proves_nothing()
    {
        ProofTable.Read(null).IsProven.ShouldBeFalse();
        ProofTable.Read("""{"lines":[]}"""u8.ToArray()).IsProven.ShouldBeFalse();
        ProofTable.Read(null).Write().ShouldBe(["  The rollback has left no proof."]);
    }
}
