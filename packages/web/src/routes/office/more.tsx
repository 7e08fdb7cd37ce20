import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'

/** The rest of a list, a page at a time. */
export function More({
  list,
}: {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}) {
  const { t } = useTranslation()
  if (!list.hasNextPage) return null
  return (
    <div>
      <Button look="quiet" isPending={list.isFetchingNextPage} onPress={() => list.fetchNextPage()}>
        {t('more')}
      </Button>
    </div>
  )
}
