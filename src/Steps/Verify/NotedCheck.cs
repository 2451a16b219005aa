using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Verify;

/// <summary>Makes one check, and notes in the migration's folder what came of it.</summary>
internal static class NotedCheck
{
    /// <param name="store">The migration's folder.</param>
    /// <param name="check">The function that looks.</param>
    /// <param name="prove">Gives a sentence that says what is well, or throws one that says what is not.</param>
    public static async Task<StepDone> MakeAsync(MigrationStore store, string check, Func<Task<string>> prove)
    {
        try
        {
            var detail = await prove();
            await NoteAsync(store, new Verified(check, true, detail));
            return new StepDone(detail);
        }
        catch (Exception e) when (e is NotReadyYet or MigrationRefused)
        {
            await NoteAsync(store, new Verified(check, false, e.Message));
            throw;
        }
    }

    private static Task NoteAsync(MigrationStore store, Verified verified) =>
        store.WriteAsync(Verified.FileOf(verified.Check), verified, CancellationToken.None);
}
