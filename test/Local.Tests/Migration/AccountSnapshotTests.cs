using SonicBridge.Local.Migration;

namespace SonicBridge.Local.Tests.Migration;

public sealed class AccountSnapshotTests
{
    [Fact]
    public void What_changed_went_or_came_is_told_by_its_name()
    {
        var before = Of(("function Timeout", "8"), ("flow 'Main' published", "a"), ("alias live", "1"));
        var later = Of(("function Timeout", "9"), ("alias live", "1"), ("association x", "x"));

        before
            .DifferencesTo(later)
            .ShouldBe([
                "association x is there now and was not before.",
                "flow 'Main' published is gone.",
                "function Timeout differs: before 8, now 9.",
            ]);
        before.DifferencesTo(before).ShouldBeEmpty();
    }

    private static AccountSnapshot Of(params (string Name, string Value)[] things) =>
        AccountSnapshot.Of(things.Select(static thing => KeyValuePair.Create(thing.Name, thing.Value)));
}
